"""What the demonstration signs and publishes is proved like everything else."""

from tests.minutes.verified import findings


def test_the_demo_is_whole(demo):
    assert findings() == []
