import { expect, test } from "vitest";
import { readPlace } from "./read-place.ts";

test.each([
  ["52.37, 4.89", 52.37, 4.89],
  [" 52.37 4.89 ", 52.37, 4.89],
  ["-33.8568; 151.2153", -33.8568, 151.2153],
  ["(52.37, 4.89)", 52.37, 4.89],
  ["33.8568° S, 151.2153° E", -33.8568, 151.2153],
  ["40.7° N, 74° W", 40.7, -74],
  ["https://www.google.com/maps/@52.37,4.89,15z", 52.37, 4.89],
  ["https://www.google.com/maps/place/Dam/@52.1,4.1,17z/data=!3m1!4b1!8m2!3d52.37!4d4.89", 52.37, 4.89],
  ["https://maps.google.com/?q=52.37,4.89", 52.37, 4.89],
  ["https://www.google.com/maps/search/?api=1&query=52.37%2C4.89", 52.37, 4.89],
  ["https://www.openstreetmap.org/?mlat=52.37&mlon=4.89#map=16/52.3/4.8", 52.37, 4.89],
  ["https://www.openstreetmap.org/#map=16/52.37/4.89", 52.37, 4.89],
  ["https://maps.apple.com/?ll=52.37,4.89&q=Dam", 52.37, 4.89],
  ["https://www.bing.com/maps?cp=52.37~4.89", 52.37, 4.89],
  ["geo:52.37,4.89?z=10", 52.37, 4.89],
])("It is true that %s is a place", (text, latitude, longitude) => {
  expect(readPlace(text)).toEqual({ latitude, longitude });
});

test.each(["", "Amsterdam", "52.37", "95, 4.89", "52.37, 190", "https://maps.app.goo.gl/abc", "$(lat), $(lon)"])(
  "It is true that %j is no place",
  (text) => {
    expect(readPlace(text)).toBeUndefined();
  },
);
