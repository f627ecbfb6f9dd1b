namespace Rappel.Tests.Server.Web;

/// <summary>
/// Every endpoint and who may call it. <see cref="RoleTableTests"/> asks the running server as each of them, and writes docs/roles.md from here.
/// </summary>
internal static class RoleTable
{
    public const string Administrators = "administrator";
    public const string Supervisors = "supervisor administrator";
    public const string Everybody = "agent supervisor administrator";

    public static IReadOnlyList<string> Roles { get; } = ["agent", "supervisor", "administrator"];

    public static IReadOnlyList<RoleRow> Rows { get; } =
    [
        .. Pages(), .. Session(), .. Live(), .. Callbacks(), .. Configuration(),
    ];

    private static IEnumerable<RoleRow> Pages() =>
    [
        new("GET /health/live", "anyone"),
        new("GET /health/ready", "anyone"),
        new("GET /openapi/{documentName}.json", "anyone"),
    ];

    private static IEnumerable<RoleRow> Session() =>
    [
        new("GET /api/v1/session", "anyone"),
        new("POST /api/v1/session", "anyone"),
        new("DELETE /api/v1/session", "anyone"),
        new("POST /api/v1/setup", "anyone"),
        new("GET /api/v1/public/requests/{signed}", "anyone"),
        new("PUT /api/v1/public/requests/{signed}", "anyone"),
        new("DELETE /api/v1/public/requests/{signed}", "anyone"),
        new("POST /api/v1/public/requests/{signed}/number", "anyone"),
        new("GET /api/v1/public/widgets/{widget}", "anyone"),
        new("OPTIONS /api/v1/public/widgets/{widget}", "anyone"),
        new("POST /api/v1/public/widgets/{widget}", "anyone"),
        new("PUT /api/v1/me", Everybody),
        new("GET /api/v1/phone", Everybody),
        new("GET /sip", Everybody),
        new("PUT /api/v1/me/password", Everybody),
        new("GET /api/v1/users", Administrators, "people:write"),
        new("POST /api/v1/users", Administrators, "people:write"),
        new("GET /api/v1/users/{name}", Administrators, "people:write"),
        new("PUT /api/v1/users/{name}", Administrators, "people:write"),
        new("DELETE /api/v1/users/{name}", Administrators, "people:write"),
        new("GET /api/v1/tokens", Administrators, "people:write"),
        new("POST /api/v1/tokens", Administrators, "people:write"),
        new("DELETE /api/v1/tokens/{id}", Administrators, "people:write"),
        new("GET /api/v1/audit", Administrators, "people:write"),
        new("GET /api/v1/webhooks", Supervisors, "configuration:read"),
        new("GET /api/v1/webhooks/{webhook}/deliveries", Supervisors, "configuration:read"),
        new("POST /api/v1/webhooks/{webhook}/deliveries/{id}/retry", Administrators, "configuration:write"),
    ];

    private static IEnumerable<RoleRow> Live() =>
    [
        new("GET /api/v1/alerts", Supervisors, "live:read"),
        new("GET /api/v1/events", Everybody, "live:read callbacks:read interactions:read configuration:read own:agent"),
        new("GET /api/v1/status", Everybody, "live:read configuration:read own:agent"),
        new("GET /api/v1/agents", Supervisors, "live:read"),
        new("GET /api/v1/agents/{agent}", Everybody, "live:read own:agent", Own: true),
        new("GET /api/v1/agents/{agent}/work", Everybody, "live:read own:agent", Own: true),
        new("GET /api/v1/agents/{agent}/targets", Everybody, "live:read own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/hold", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/resume", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/hang-up", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/keys", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/transfer", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/recording", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/watch", Supervisors, "calls:watch"),
        new("GET /api/v1/watches", Supervisors, "calls:watch"),
        new("PUT /api/v1/watches/{id}", Supervisors, "calls:watch"),
        new("DELETE /api/v1/watches/{id}", Supervisors, "calls:watch"),
        new("GET /api/v1/recordings", Supervisors, "recordings:listen"),
        new("GET /api/v1/recordings/{id}", Supervisors, "recordings:listen"),
        new("GET /api/v1/recordings/{id}/audio", Supervisors, "recordings:listen"),
        new("DELETE /api/v1/recordings/{id}", Administrators, "recordings:delete"),
        new("POST /api/v1/agents/{agent}/call/consult", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/consult/complete", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/consult/cancel", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/consult/swap", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/consult/join", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/call/dial", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/offer/reject", Everybody, "agents:write own:agent", Own: true),
        new("GET /api/v1/agents/{agent}/codes", Everybody, "live:read own:agent", Own: true),
        new("PUT /api/v1/agents/{agent}/status", Everybody, "agents:write own:agent", Own: true),
        new("GET /api/v1/agents/{agent}/today", Everybody, "live:read own:agent", Own: true),
        new("GET /api/v1/agents/{agent}/callbacks", Everybody, "callbacks:read own:agent", Own: true),
        new("PUT /api/v1/agents/{agent}/queues/{queue}", Supervisors, "agents:write"),
        new("DELETE /api/v1/agents/{agent}/queues/{queue}", Supervisors, "agents:write"),
        new("GET /api/v1/queues/{queue}/members", Supervisors, "live:read"),
        new("GET /api/v1/voicemails", Everybody, "voicemails:handle own:agent"),
        new("GET /api/v1/voicemails/{id}", Everybody, "voicemails:handle own:agent", Own: true),
        new("GET /api/v1/voicemails/{id}/audio", Everybody, "voicemails:handle own:agent", Own: true),
        new("POST /api/v1/voicemails/{id}/heard", Everybody, "voicemails:handle own:agent", Own: true),
        new("POST /api/v1/voicemails/{id}/close", Everybody, "voicemails:handle own:agent", Own: true),
        new("POST /api/v1/voicemails/{id}/reopen", Everybody, "voicemails:handle own:agent", Own: true),
        new("POST /api/v1/voicemails/{id}/call-back", Everybody, "voicemails:handle own:agent", Own: true),
        new("PUT /api/v1/agents/{agent}/wrap-up", Everybody, "agents:write own:agent", Own: true),
        new("POST /api/v1/agents/{agent}/callback-outcome", Everybody, "agents:write own:agent", Own: true),
        new("GET /api/v1/queues", Supervisors, "live:read"),
        new("GET /api/v1/queues/{queue}", Supervisors, "live:read"),
        new("GET /api/v1/interactions", Supervisors, "interactions:read"),
        new("GET /api/v1/interactions/{id}", Supervisors, "interactions:read"),
        new("GET /api/v1/figures", Supervisors, "live:read reports:read"),
        new("GET /api/v1/reports/{report}", Supervisors, "reports:read"),
        new("GET /api/v1/reports/scripts/{script}", Supervisors, "reports:read"),
    ];

    private static IEnumerable<RoleRow> Callbacks() =>
    [
        new("GET /api/v1/callbacks", Supervisors, "callbacks:read"),
        new("POST /api/v1/callbacks", Supervisors, "callbacks:write"),
        new("GET /api/v1/callbacks/{id}", Everybody, "callbacks:read own:agent", Own: true),
        new("DELETE /api/v1/callbacks/{id}", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/bulk", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/assign", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/cancel", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/dismiss", Everybody, "callbacks:write own:agent", Own: true),
        new("POST /api/v1/callbacks/{id}/hold", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/move", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/notes", Everybody, "callbacks:write own:agent", Own: true),
        new("POST /api/v1/callbacks/{id}/number", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/release", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/reschedule", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/retry", Supervisors, "callbacks:write"),
        new("POST /api/v1/callbacks/{id}/transfer", Supervisors, "callbacks:write"),
    ];

    private static IEnumerable<RoleRow> Configuration() =>
    [
        new("GET /api/v1/configuration", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/forms", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/validate", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/import", Administrators, "configuration:publish"),
        new("DELETE /api/v1/configuration/draft", Administrators, "configuration:write"),
        new("GET /api/v1/configuration/draft/problems", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/draft/changes", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/draft/tenant", Supervisors, "configuration:read"),
        new("PUT /api/v1/configuration/draft/tenant", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/tenant/revert", Administrators, "configuration:write"),
        new("GET /api/v1/configuration/draft/{section}", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/draft/{section}/{key}", Supervisors, "configuration:read"),
        new("PUT /api/v1/configuration/draft/{section}/{key}", Administrators, "configuration:write"),
        new("DELETE /api/v1/configuration/draft/{section}/{key}", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/{section}/{key}/rename", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/{section}/{key}/copy", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/{section}/{key}/revert", Administrators, "configuration:write"),
        new("GET /api/v1/configuration/versions/{version}/changes", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/draft/publish", Administrators, "configuration:publish"),
        new("GET /api/v1/configuration/draft/export", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/import", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/draft/scripts/{key}/preview", Administrators, "configuration:write"),
        new("GET /api/v1/configuration/draft/files", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/draft/files/{path}", Supervisors, "configuration:read"),
        new("PUT /api/v1/configuration/draft/files/{path}", Administrators, "configuration:write"),
        new("DELETE /api/v1/configuration/draft/files/{path}", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/try/dial-plan", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/try/schedule", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/try/script", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/try/speech", Supervisors, "configuration:read"),
        new("POST /api/v1/configuration/try/webhook", Administrators, "configuration:write"),
        new("GET /api/v1/configuration/try/prompts/{key}/{language}", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/try/files/{path}", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/try/audio/{name}", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/versions", Supervisors, "configuration:read"),
        new("GET /api/v1/configuration/versions/{version}/export", Administrators, "configuration:write"),
        new("POST /api/v1/configuration/versions/{version}/restore", Administrators, "configuration:write"),
    ];
}
