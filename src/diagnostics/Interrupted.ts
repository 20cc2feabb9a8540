/** The user has ended the work. What is done stays done; the process's exit code is 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'

  constructor() {
    super('interrupted')
  }
}
