"""Surnames that are ordinary German words, too: in a text of a council, such a word alone need not be a name. Pure."""

_LINES = (
    # Trades that are hardly a topic (Müller, Schneider, Weber) are left out: there the word is rather the name.
    "Bauer Förster Gast Graf Herr Jäger Kämmerer Kaufmann Koch Lehrer Leiter Meister Nachbar Pfarrer Rat Richter",
    "Sprecher Vogt Wirt Zimmermann",
    "Alt Ehrlich Ernst Fein Frei Fröhlich Früh Groß Große Gut Hart Heilig Heiß Hell Hoch Jung Kalt Klar Klein Kleine",
    "Klug Kühl Kurz Kurze Lang Lange Laut Leicht Lieb Lustig Neu Neue Nett Rasch Reich Rot Rund Sauer Scharf Schlecht",
    "Schnell Schön Schwarz Schwer Stark Still Stolz Süß Tief Treu Voll Wahr Warm Weich Weiß Weiße Weise Wild Wohl Zart",
    "Braun Blau Grün Grau Gelb",
    "Adler Bär Biber Falke Fuchs Gans Hahn Hase Hecht Hirsch Hund Igel Krebs Löwe Luchs Rabe Reh Specht Storch Strauß",
    "Taube Vogel Wolf Apfel Baum Beere Birke Blume Buche Busch Dorn Eiche Erle Fichte Heide Klee Kohl Korn Kraut Linde",
    "Pilz Rose Stamm Strauch Tanne Weizen Wurzel",
    "Acker Anger Bach Berg Brand Bruch Brunnen Brücke Damm Dorf Eis Engel Feld Fels Feuer Forst Freitag Frost Furt",
    "Graben Grund Hafen Hagel Haus Herbst Himmel Hof Holz Horn Hügel Hut Kern Kessel Kirche Kiste Kraft Kreis Kreuz",
    "Krieg Kunst Land Licht Loch Mai Mann März Moor Morgen Mut Nagel Nebel Ofen Ort Park Pfeil Quelle Regen Ring Sand",
    "Schatz Schein Schild Schlag Schloss Schnee Schuh See Seide Sommer Sonne Sonntag Stahl Stange Staub Stein Stern",
    "Stock Straße Sturm Tag Tal Teich Teufel Tisch Tor Turm Ufer Wald Wall Wand Wasser Weg Weide Weiher Welt Wiese",
    "Wind Winter Woche Wolke Zahn Zaun Zeit Ziel Zoll Zorn",
)
ORDINARY_WORDS = frozenset(word.casefold() for line in _LINES for word in line.split())
