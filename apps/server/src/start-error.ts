/** What keeps a program from its work and a person can mend: said in a sentence, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
