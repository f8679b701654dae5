const units = ["bytes", "KB", "MB"] as const;

/** A number of bytes as people say it: `100 MB`, `1.5 KB`. It is rounded up, so that what is too large never reads like what is not. */
export function bytesInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  const shown = Math.ceil(size * 10) / 10;
  return `${shown} ${shown === 1 && unit === 0 ? "byte" : units[unit]}`;
}
