"""Room: minutes, the desk. Addresses below directory/house-styles/; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import house_styles

urlpatterns = [
    path("", house_styles.house_style_list, name="house-style-list"),
    path("<int:pk>/", house_styles.house_style, name="house-style"),
    path("<int:pk>/preview/", house_styles.house_style_preview, name="house-style-preview"),
]
