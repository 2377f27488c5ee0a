/** No screen of a workshop shows more of one card. */
const LONGEST_PX = 2_048;
const QUALITY = 0.86;
/** What cameras write: nothing shines through it, and as a PNG it is many times as heavy. */
const PHOTOGRAPH = /^image\/(?:jpe?g|hei[cf])$/;

/**
 * An image as it is sent: no larger than it can be seen, and without what a camera writes beside it (place, time, owner), since it is
 * drawn anew. What moves stays as it is.
 * @throws when the browser can't read it as an image
 */
export async function shrinkImage(file: Blob): Promise<Blob> {
  if (file.type === "image/gif") return file;
  // by no name or type: what the browser can't decode is no image
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const share = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * share));
    canvas.height = Math.max(1, Math.round(bitmap.height * share));
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("this browser gives no canvas to draw an image on");
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const webp = await written(canvas, "image/webp");
    // a browser that can't write WebP gives a PNG
    return webp.type !== "image/webp" && PHOTOGRAPH.test(file.type) ? await written(canvas, "image/jpeg") : webp;
  } finally {
    bitmap.close();
  }
}

const written = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const taken = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("the image could not be drawn")));
    canvas.toBlob(taken, type, QUALITY);
  });
