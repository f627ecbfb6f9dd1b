import type { ComponentType } from "react";
import type { Permission } from "../api/permissions";

export interface PageEntry {
  /** Without the leading slash; `:key` and the like as react-router has them. */
  path: string;
  /** The page's module; its default export is the page. */
  load: () => Promise<{ default: ComponentType }>;
  /** Without it the page says so instead of failing. */
  needs?: Permission;
}

/** Every page inside the shell: one line each. */
export const pages: PageEntry[] = [
  { path: "config/scripts", load: () => import("../features/config/scripts/ScriptsPage"), needs: "configuration:read" },
  { path: "config/scripts/:key", load: () => import("../features/config/scripts/ScriptPage"), needs: "configuration:read" },
  { path: "config/overview", load: () => import("../features/config/overview/OverviewPage"), needs: "configuration:read" },
  { path: "config/channels", load: () => import("../features/config/channels/ChannelsPage"), needs: "configuration:read" },
  { path: "config/channels/:key", load: () => import("../features/config/channels/ChannelPage"), needs: "configuration:read" },
  { path: "config/trunks", load: () => import("../features/config/trunks/TrunksPage"), needs: "configuration:read" },
  { path: "config/trunks/:key", load: () => import("../features/config/trunks/TrunkPage"), needs: "configuration:read" },
  { path: "config/queues", load: () => import("../features/config/queues/QueuesPage"), needs: "configuration:read" },
  { path: "config/queues/inbound/:key", load: () => import("../features/config/queues/InboundQueuePage"), needs: "configuration:read" },
  { path: "config/queues/outbound/:key", load: () => import("../features/config/queues/OutboundQueuePage"), needs: "configuration:read" },
  { path: "config/queues/voicemail/:key", load: () => import("../features/config/queues/VoicemailQueuePage"), needs: "configuration:read" },
  { path: "config/agents", load: () => import("../features/config/agents/AgentsPage"), needs: "configuration:read" },
  { path: "config/agents/:key", load: () => import("../features/config/agents/AgentPage"), needs: "configuration:read" },
  { path: "config/dial-plans", load: () => import("../features/config/dialplans/DialPlansPage"), needs: "configuration:read" },
  { path: "config/dial-plans/:key", load: () => import("../features/config/dialplans/DialPlanPage"), needs: "configuration:read" },
  { path: "config/schedules", load: () => import("../features/config/schedules/SchedulesPage"), needs: "configuration:read" },
  { path: "config/schedules/:key", load: () => import("../features/config/schedules/SchedulePage"), needs: "configuration:read" },
  { path: "config/prompts", load: () => import("../features/config/prompts/PromptsPage"), needs: "configuration:read" },
  { path: "config/prompts/:key", load: () => import("../features/config/prompts/PromptPage"), needs: "configuration:read" },
  { path: "config/contact-lists", load: () => import("../features/config/contacts/ContactListsPage"), needs: "configuration:read" },
  { path: "config/contact-lists/:key", load: () => import("../features/config/contacts/ContactListPage"), needs: "configuration:read" },
  { path: "config/codes", load: () => import("../features/config/codes/CodesPage"), needs: "configuration:read" },
  { path: "config/codes/transaction/:key", load: () => import("../features/config/codes/TransactionCodesPage"), needs: "configuration:read" },
  { path: "config/codes/status/:key", load: () => import("../features/config/codes/StatusCodesPage"), needs: "configuration:read" },
  { path: "config/alerts", load: () => import("../features/config/alerts/AlertsPage"), needs: "configuration:read" },
  { path: "config/alerts/:key", load: () => import("../features/config/alerts/AlertPage"), needs: "configuration:read" },
  { path: "config/webhooks", load: () => import("../features/config/webhooks/WebhooksPage"), needs: "configuration:read" },
  { path: "config/webhooks/:key", load: () => import("../features/config/webhooks/WebhookPage"), needs: "configuration:read" },
  { path: "config/widgets", load: () => import("../features/config/widgets/WidgetsPage"), needs: "configuration:read" },
  { path: "config/widgets/:key", load: () => import("../features/config/widgets/WidgetPage"), needs: "configuration:read" },
  { path: "config/publish", load: () => import("../features/config/publish/PublishPage"), needs: "configuration:read" },
  { path: "config/versions", load: () => import("../features/config/versions/VersionsPage"), needs: "configuration:read" },
  { path: "desk", load: () => import("../features/desk/DeskPage"), needs: "own:agent" },
  { path: "desk/:agent", load: () => import("../features/desk/DeskPage"), needs: "own:agent" },
  { path: "try/phone", load: () => import("../features/tour/TestPhonePage"), needs: "configuration:write" },
  { path: "tour", load: () => import("../features/tour/TourPage"), needs: "configuration:write" },
  { path: "board", load: () => import("../features/supervisor/board/BoardPage"), needs: "live:read" },
  { path: "reports", load: () => import("../features/reports/ReportPage"), needs: "reports:read" },
  { path: "reports/:report", load: () => import("../features/reports/ReportPage"), needs: "reports:read" },
  { path: "reports/scripts/:script", load: () => import("../features/reports/ScriptPathsPage"), needs: "reports:read" },
  { path: "interactions", load: () => import("../features/interactions/InteractionsPage"), needs: "interactions:read" },
  { path: "interactions/:id", load: () => import("../features/interactions/InteractionPage"), needs: "interactions:read" },
  { path: "callbacks", load: () => import("../features/supervisor/callbacks/CallbacksPage"), needs: "callbacks:read" },
  { path: "agents", load: () => import("../features/supervisor/agents/AgentsPage"), needs: "live:read" },
  { path: "voicemails", load: () => import("../features/supervisor/voicemails/VoicemailsPage"), needs: "voicemails:handle" },
  { path: "callbacks/:id", load: () => import("../features/supervisor/callbacks/CallbackPage"), needs: "callbacks:read" },
  { path: "users", load: () => import("../features/config/users/UsersPage"), needs: "people:write" },
  { path: "users/:name", load: () => import("../features/config/users/UserPage"), needs: "people:write" },
  { path: "tokens", load: () => import("../features/config/tokens/TokensPage"), needs: "people:write" },
  { path: "audit", load: () => import("../features/config/audit/AuditPage"), needs: "people:write" },
  { path: "account", load: () => import("../features/account/AccountPage") },
];
