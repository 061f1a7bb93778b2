"""The laptop's battery, as the operating system tells of it."""

from pos.hardware.interfaces import Charge


class SystemBattery:
    """The first battery that the system names."""

    def charge(self) -> Charge | None:
        """The charge now; None where there is no battery or it can't be read."""
        # Loaded here, not above: the first screen does not wait for it.
        import psutil

        try:
            found = psutil.sensors_battery()
        except (AttributeError, OSError):  # a system that psutil can't ask
            return None
        if found is None:
            return None
        return Charge(int(found.percent), bool(found.power_plugged))
