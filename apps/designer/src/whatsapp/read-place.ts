/** Degrees of a place. */
export type Degrees = { readonly latitude: number; readonly longitude: number };

const number = String.raw`[-+]?\d{1,3}(?:\.\d+)?`;
/** `@52.37,4.89` of Google Maps, `!3d52.37!4d4.89` of its places, `q=`, `ll=`, `center=`, `mlat=…&mlon=…`, `map=15/52.37/4.89`, `geo:52.37,4.89`. */
const inLinks = [
  new RegExp(`!3d(${number})!4d(${number})`),
  new RegExp(String.raw`[?&]mlat=(${number})&mlon=(${number})`),
  new RegExp(
    String.raw`[?&#](?:q|query|ll|sll|center|daddr|destination|cp|point)=(?:loc:)?(${number})(?:,|~|%2C|\+|%20)+(${number})`,
    "i",
  ),
  new RegExp(`@(${number}),(${number})`),
  new RegExp(String.raw`map=\d+(?:\.\d+)?/(${number})/(${number})`),
  new RegExp(`^geo:(${number}),(${number})`, "i"),
];
const plain = new RegExp(
  `^\\(?\\s*(${number})\\s*°?\\s*([NS])?\\s*[,;\\s]\\s*(${number})\\s*°?\\s*([EW])?\\s*\\)?$`,
  "i",
);

/**
 * Reads the place in what people copy: `52.37, 4.89`, `52.37° N, 4.89° E`, or a link of Google Maps, OpenStreetMap, Apple Maps or Bing Maps. Undefined
 * where there is none, or none on earth. A short link says nothing of its place.
 */
export function readPlace(text: string): Degrees | undefined {
  const trimmed = text.trim();
  const [, north = "", side = "", east = "", other = ""] = plain.exec(trimmed) ?? [];
  if (north !== "") return onEarth(signed(north, side, "s"), signed(east, other, "w"));
  for (const pattern of inLinks) {
    const [, latitude, longitude] = pattern.exec(trimmed) ?? [];
    if (latitude !== undefined && longitude !== undefined) return onEarth(Number(latitude), Number(longitude));
  }
  return undefined;
}

function signed(degrees: string, side: string, minus: string): number {
  return side.toLowerCase() === minus ? -Number(degrees) : Number(degrees);
}

function onEarth(latitude: number, longitude: number): Degrees | undefined {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
