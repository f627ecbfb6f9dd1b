import type { ComponentType } from "react";
import type { Permission } from "../api/permissions";
import * as icons from "../ui/icons";

export interface Destination {
  path: string;
  /** Of shell.json: nav.*. */
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  needs?: Permission;
  /** Only for an agent, and for who may try any agent's. */
  ofAgents?: boolean;
}

export interface Group {
  label: string;
  destinations: Destination[];
}

const setup = (word: string, icon: Destination["icon"]): Destination =>
  ({ path: `/config/${word}`, label: word, icon, needs: "configuration:read" });

/** The menu: first what is looked at all day, then what is set up, in the order in which that is done. */
export const groups: Group[] = [
  {
    label: "live",
    destinations: [
      { path: "/desk", label: "desk", icon: icons.IconHeadset, needs: "own:agent", ofAgents: true },
      { path: "/board", label: "board", icon: icons.IconActivity, needs: "live:read" },
      { path: "/callbacks", label: "callbacks", icon: icons.IconPhoneOutgoing, needs: "callbacks:read" },
      { path: "/agents", label: "agentsNow", icon: icons.IconUsersGroup, needs: "live:read" },
      { path: "/voicemails", label: "voicemails", icon: icons.IconVolume, needs: "voicemails:handle" },
      { path: "/try/phone", label: "try-phone", icon: icons.IconPhoneCall, needs: "configuration:write" },
    ],
  },
  {
    label: "history",
    destinations: [
      { path: "/reports", label: "reports", icon: icons.IconChartBar, needs: "reports:read" },
      { path: "/interactions", label: "interactions", icon: icons.IconHistory, needs: "interactions:read" },
    ],
  },
  {
    label: "setup",
    destinations: [
      setup("overview", icons.IconLayoutDashboard),
      setup("channels", icons.IconPhoneIncoming),
      setup("trunks", icons.IconPlugConnected),
      setup("queues", icons.IconUsersGroup),
      setup("agents", icons.IconHeadset),
      setup("dial-plans", icons.IconDialpad),
      setup("schedules", icons.IconCalendarTime),
      setup("scripts", icons.IconBinaryTree2),
      setup("prompts", icons.IconMessageCircle),
      setup("contact-lists", icons.IconAddressBook),
      setup("codes", icons.IconTags),
      setup("alerts", icons.IconBell),
      setup("webhooks", icons.IconWebhook),
      setup("widgets", icons.IconAppWindow),
    ],
  },
  { label: "publish", destinations: [setup("publish", icons.IconRocket), setup("versions", icons.IconHistory)] },
  {
    label: "administration",
    destinations: [
      { path: "/users", label: "users", icon: icons.IconUserCog, needs: "people:write" },
      { path: "/tokens", label: "tokens", icon: icons.IconKey, needs: "people:write" },
      { path: "/audit", label: "audit", icon: icons.IconListDetails, needs: "people:write" },
    ],
  },
];
