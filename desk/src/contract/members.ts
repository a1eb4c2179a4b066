import { z } from "zod"
import { password } from "./session.ts"
import { route } from "./route.ts"
import { done, id, instant, mailAddress, name, none, role, zone } from "./values.ts"

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  standInId: id.nullable(),
  zone: z.string().nullable(),
  /** Open promises that this member owns. */
  owes: z.int(),
  removedAt: instant.nullable(),
})

const memberParams = z.object({ memberId: id })

export const listMembers = route({
  method: "GET",
  path: "/members",
  summary: "List the team, those who left included",
  noun: "Members",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(member) }),
})

export const writeMember = route({
  method: "PATCH",
  path: "/members/:memberId",
  summary: "Change a member's name, role, stand-in or zone; the last admin stays admin",
  noun: "Members",
  caller: "admin",
  params: memberParams,
  query: none,
  body: z.object({
    name: name.optional(),
    role: role.optional(),
    standInId: id.nullable().optional(),
    zone: zone.nullable().optional(),
  }),
  answer: member,
})

export const removeMember = route({
  method: "DELETE",
  path: "/members/:memberId",
  summary: "Remove a member; what they owe goes to their stand-in, else to an admin, and each entry says so",
  noun: "Members",
  caller: "admin",
  params: memberParams,
  query: none,
  body: none,
  answer: z.object({ handedOver: z.int(), to: id.nullable() }),
})

export const invitation = z.object({ id, email: z.string(), role, createdAt: instant, expiresAt: instant })

export const listInvitations = route({
  method: "GET",
  path: "/invitations",
  summary: "List invitations that are still open",
  noun: "Members",
  caller: "admin",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(invitation) }),
})

export const createInvitation = route({
  method: "POST",
  path: "/invitations",
  summary: "Invite somebody; the answer holds the link's token, shown this once",
  noun: "Members",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ email: mailAddress, role }),
  answer: invitation.extend({ token: z.string() }),
})

export const revokeInvitation = route({
  method: "DELETE",
  path: "/invitations/:invitationId",
  summary: "Take an invitation back",
  noun: "Members",
  caller: "admin",
  params: z.object({ invitationId: id }),
  query: none,
  body: none,
  answer: done,
})

const token = z.string().min(20).max(100)

export const readInvitation = route({
  method: "POST",
  path: "/invitation-tokens",
  summary: "Say what an invitation's token is for",
  noun: "Members",
  caller: "anyone",
  params: none,
  query: none,
  body: z.object({ token }),
  answer: z.object({ workspace: z.string(), email: z.string(), hasUser: z.boolean() }),
})

export const acceptInvitation = route({
  method: "POST",
  path: "/invitation-acceptances",
  summary: "Join with an invitation's token, and sign in; somebody with a password on this desk gives that one",
  noun: "Members",
  caller: "anyone",
  params: none,
  query: none,
  body: z.object({ token, name, password }),
  answer: z.object({ slug: z.string() }),
})
