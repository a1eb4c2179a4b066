/** The texts about what goes out with a message: who gets it, and which files. */
export const outboundWords = {
  recipients: {
    label: "Who gets it",
    to: "To",
    cc: "Cc",
    bcc: "Bcc",
    from: "from",
    change: "Cc, Bcc",
    changeKey: "Cc and Bcc",
    done: "Done",
    hint: "Several addresses with commas between them.",
    bccHint: "Nobody else who gets it sees these.",
    wrong: (address: string) => `${address} is no mail address.`,
    reset: "As in their mail",
    bccTo: (names: string) => `blind copy to ${names}`,
  },
  files: {
    label: "Files that go with it",
    add: "Add a file",
    addKey: "add a file",
    remove: (name: string) => `Take ${name} away`,
    uploading: (name: string) => `Storing ${name}`,
    drop: "Let go to add the files",
    tooLarge: (name: string, size: string, most: string) =>
      `${name} has ${size}. The files of a message may have ${most} together.`,
    tooMany: (most: number) => `A message takes ${most} files at most.`,
    notStored: (name: string, why: string) => `${name} was not stored. ${why}`,
    noAnswer: "The desk did not answer. Try again.",
    gone: "a file that is no longer there",
    dismiss: "Dismiss",
    wait: "Wait until the files are stored.",
  },
} as const
