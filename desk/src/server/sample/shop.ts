import { type WorkspaceSettings, standardSettings } from "../../ledger/workspace-settings.ts"

export const SHOP = "Harbour Cycles"

/** Where the shop is, unless the visitor works in another zone. */
export const SHOP_ZONE = "Europe/London"

export function shopSettings(zone: string): WorkspaceSettings {
  const day = [{ from: "09:00", until: "17:30" }]
  return {
    ...standardSettings(zone),
    hours: { "1": day, "2": day, "3": day, "4": day, "5": day, "6": [{ from: "10:00", until: "16:00" }] },
    meanings: { "right back": 60, "right away": 30, shortly: 120, soon: 510, "first thing": 60, "in a moment": 15 },
  }
}
