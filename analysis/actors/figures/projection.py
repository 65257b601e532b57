"""Longitude and latitude onto the plane: the Equal Earth projection."""

import numpy as np

CENTRE = 11.0
"""Central meridian: the edge of the map then runs through the Bering Strait and cuts no state."""

# Šavrič, Patterson & Jenny (2018), "The Equal Earth map projection", IJGIS 33(3), eq. 8 and table 1.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
SPAN = 2 * np.pi * 2 * np.sqrt(3) / (3 * A1)
"""Width of the whole world on the sphere of radius one."""


def equal_earth(longitude: np.ndarray, latitude: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """x to the right and y upwards, on a sphere of radius one; areas keep their proportions.

    longitude, latitude: degrees; longitudes relative to CENTRE, values beyond 180° from it run on over the edge.
    With sin θ = (√3/2) sin φ: x = 2√3 λ cos θ / (3 (9 A4 θ⁸ + 7 A3 θ⁶ + 3 A2 θ² + A1)),
    y = A4 θ⁹ + A3 θ⁷ + A2 θ³ + A1 θ (Šavrič, Patterson & Jenny 2018).
    """
    away, phi = np.radians(np.asarray(longitude) - CENTRE), np.radians(np.asarray(latitude))
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(phi))
    slope = 9 * A4 * theta**8 + 7 * A3 * theta**6 + 3 * A2 * theta**2 + A1
    x = 2 * np.sqrt(3) * away * np.cos(theta) / (3 * slope)
    y = A4 * theta**9 + A3 * theta**7 + A2 * theta**3 + A1 * theta
    return x, y
