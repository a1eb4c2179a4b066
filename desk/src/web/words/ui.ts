/** Texts that several pages share. */
export const uiWords = {
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  loading: "Loading",
  tryAgain: "Try again",
  erased: "These words were erased at the customer’s request.",
  noConnection: "No answer from the desk.",
  noConnectionSafe: "What you typed is still here.",
  unexpected: "Something went wrong in the desk itself; it has been written to its log.",
  nobody: "Nobody",
  you: "You",
  unnamed: "No name given",
  skip: "Skip to content",
  notFound: "There is no such page.",
  notFoundHelp: "It may have been removed, or the address is not whole.",
} as const
