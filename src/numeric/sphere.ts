import { asin } from './asin.js'

/** Mean radius of the Earth in metres (Moritz 2000, Geodetic Reference System 1980, R1). */
export const earthRadius = 6371008.8

/** A place as whole metres from the Earth's centre: x to 0°E on the equator, y to 90°E, z to the pole. */
export interface SpherePoint {
  readonly x: number
  readonly y: number
  readonly z: number
}

/**
 * A place on a sphere of the Earth's mean radius, rounded to a metre.
 *
 * Math.sin and Math.cos differ between processors in their last bits, some nanometres here. Places are
 * converted once, at load, and the rounding removes the difference: past this point only portable
 * arithmetic touches them.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180 (any turn is understood)
 * @throws RangeError for a latitude outside its range or a coordinate that is not a finite number
 */
export function toSphere(latitude: number, longitude: number): SpherePoint {
  if (!(Math.abs(latitude) <= 90) || !Number.isFinite(longitude)) {
    throw new RangeError(`not a place on Earth: latitude ${latitude}, longitude ${longitude}`)
  }
  const phi = (latitude * Math.PI) / 180
  const lambda = (longitude * Math.PI) / 180
  const ring = earthRadius * Math.cos(phi)
  // Adding 0 turns −0 into 0, so that equal places have equal bits.
  return {
    x: Math.round(ring * Math.cos(lambda)) + 0,
    y: Math.round(ring * Math.sin(lambda)) + 0,
    z: Math.round(earthRadius * Math.sin(phi)) + 0,
  }
}

/**
 * The great-circle distance in kilometres between two places given by their coordinates in metres (see
 * `toSphere`). Right to about two metres everywhere.
 *
 * The angle is 2 asin(chord / 2R); beyond a right angle it is taken from the antipode of the second
 * place, because the arcsine of a number near 1 would magnify the rounding to a metre.
 *
 * @returns 0 to 20,015.1 km
 */
export function greatCircle(
  x1: number,
  y1: number,
  z1: number,
  x2: number,
  y2: number,
  z2: number,
): number {
  const far = x1 * x2 + y1 * y2 + z1 * z2 < 0
  const sign = far ? -1 : 1
  const dx = x1 - sign * x2
  const dy = y1 - sign * y2
  const dz = z1 - sign * z2
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz)
  const angle = 2 * asin(chord / (2 * earthRadius))
  return ((far ? Math.PI - angle : angle) * earthRadius) / 1000
}
