/** Of WebAssembly, which every runtime has and neither the language's library nor Node's types name: memory that cannot grow past a size, in pages. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
}
