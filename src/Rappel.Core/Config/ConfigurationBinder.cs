using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config.Binding;
using Rappel.Core.Config.Binding.Scripts;
using Rappel.Core.Config.Canonical;

namespace Rappel.Core.Config;

/// <summary>Makes a snapshot of what people wrote, or tells everything that is wrong with it, in one run.</summary>
public static class ConfigurationBinder
{
    /// <param name="root">The whole folder as one map: the sections of its files.</param>
    /// <param name="version">Number of the version to publish.</param>
    /// <param name="environment">What <c>${NAME}</c> stands for.</param>
    /// <param name="recordings">WAV files of the folder, relative, with slashes; null where prompts' files are not to be checked.</param>
    public static ConfigurationResult Bind(
        ConfigNode root, TenantId tenant, long version, IReadOnlyDictionary<string, string> environment, IReadOnlySet<string>? recordings = null)
    {
        var bound = BindLeniently(root, tenant, version, environment, recordings);
        return bound.Problems.IsEmpty ? bound : bound with { Snapshot = null };
    }

    /// <summary>For trying what is not finished: a snapshot whatever is wrong, harmless values in the place of what cannot be used. Never to be published.</summary>
    /// <returns>The snapshot is null where there is no map of sections at all.</returns>
    public static ConfigurationResult BindLeniently(
        ConfigNode root, TenantId tenant, long version, IReadOnlyDictionary<string, string> environment, IReadOnlySet<string>? recordings = null)
    {
        var scope = new BindingScope { Recordings = recordings };
        ConfigurationSnapshot? snapshot = null;
        if (root is ConfigMap written)
        {
            var whole = LongForm.Of(written);
            DuplicateKeys.Report(whole, "", scope);
            var map = (ConfigMap)EnvironmentText.Expand(whole, "", "", environment, scope);
            snapshot = Bind(scope, new MapReader(scope, map, "", map.Mark), tenant, version);
        }
        else
        {
            MapReader.WrongKind(scope, "", root, new("a map of sections", "une table de sections"));
        }

        return new ConfigurationResult(snapshot, scope.Problems());
    }

    private static ConfigurationSnapshot Bind(BindingScope scope, MapReader root, TenantId tenant, long version)
    {
        foreach (var kind in NamedKinds.All)
        {
            foreach (var entry in root.Find(kind.Section()) is ConfigMap map ? map.Entries : [])
            {
                scope.Declare(kind, entry.Key.Text);
            }
        }

        var (name, language, statusCodes, retention) = Tenant(root);
        scope.DefaultLanguage = language;
        var people = new PeopleBinder(scope);
        var trunks = Section(root, NamedKind.Trunk, TrunkBinder.Bind);
        var channels = Section(root, NamedKind.Channel, people.BindChannel);
        var inbound = Section(root, NamedKind.InboundQueue, QueueBinder.BindInbound);
        var outbound = Section(root, NamedKind.OutboundQueue, QueueBinder.BindOutbound);
        var voicemail = Section(root, NamedKind.VoicemailQueue, QueueBinder.BindVoicemail);
        var agents = Section(root, NamedKind.Agent, people.BindAgent);
        var plans = Section(root, NamedKind.DialPlan, DialPlanBinder.Bind);
        var schedules = Section(root, NamedKind.Schedule, ScheduleBinder.Bind);
        var prompts = Section(root, NamedKind.Prompt, PromptBinder.BindPrompt);
        var alerts = Section(root, NamedKind.Alert, AlertBinder.Bind);
        var contacts = Section(root, NamedKind.ContactList, ContactListBinder.Bind);
        var transactionCodes = Section(root, NamedKind.TransactionCodes, CodeListBinder.BindTransactions);
        var statusCodeLists = Section(root, NamedKind.StatusCodes, CodeListBinder.BindStatuses);
        var webhooks = Section(root, NamedKind.Webhook, WebhookBinder.Bind);
        var widgets = Section(root, NamedKind.Widget, WidgetBinder.Bind);
        var context = new ScriptContext(scope, plans, channels);
        foreach (var variable in contacts.Values.SelectMany(list => list.Variables).Distinct(StringComparer.Ordinal))
        {
            context.Define(variable);
        }

        var scripts = Section(root, NamedKind.Script, new BoundScripts(context, root).Bind);
        CrossCheck.Report(scope, root, context, scripts, prompts);
        root.End();
        var snapshot = new ConfigurationSnapshot(
            version, tenant, name, language, trunks, channels, inbound, outbound, voicemail, agents, plans, schedules, scripts, prompts)
        {
            Alerts = alerts,
            ContactLists = contacts,
            TransactionCodes = transactionCodes,
            StatusCodes = statusCodeLists,
            Webhooks = webhooks,
            Widgets = widgets,
            AgentStatusCodes = statusCodes,
            RecordingRetention = retention,
        };
        if (!scope.HasReported("tenant/language"))
        {
            new LanguageCheck(scope, context, snapshot, root).Report();
        }

        return snapshot;
    }

    private static (string Name, string Language, string? StatusCodes, int RecordingRetention) Tenant(MapReader root)
    {
        var allowed = new Said("a map with `name` and `language`", "une table avec « name » et « language »");
        var fallback = (Name: "", Language: ConfigurationLimits.Languages[0], StatusCodes: (string?)null, RecordingRetention: ConfigurationSnapshot.DefaultRecordingRetention);
        switch (root.Require("tenant", allowed))
        {
            case ConfigMap map:
                var reader = new MapReader(root.Scope, map, "tenant", root.MarkOf("tenant"));
                reader.Require("language", Said.Listed(ConfigurationLimits.Languages));
                var tenant = (reader.Text("name"), reader.Language("language", fallback.Language),
                    reader.Reference("statusCodes", false, NamedKind.StatusCodes),
                    reader.Integer("recordingRetention", ConfigurationLimits.RecordingRetention, fallback.RecordingRetention));
                reader.End();
                return tenant;
            case { } other:
                root.WrongKind("tenant", other, allowed);
                return fallback;
            default:
                return fallback;
        }
    }

    private static ImmutableDictionary<string, T> Section<T>(MapReader root, NamedKind kind, Func<string, MapReader, T> bind)
    {
        var objects = ImmutableDictionary.CreateBuilder<string, T>(StableStringComparer.Instance);
        var section = kind.Section();
        var allowed = new Said($"a map of keys to {kind.Words().English}s", $"une table qui donne à chaque clé {kind.WithArticle().French}");
        var node = root.Find(section);
        if (node is not ConfigMap map)
        {
            if (node is not null)
            {
                root.WrongKind(section, node, allowed);
            }

            return objects.ToImmutable();
        }

        foreach (var (key, value) in map.Entries)
        {
            var path = $"{section}/{key.Text}";
            if (!ConfigurationKey.IsKey(key.Text))
            {
                root.Scope.Report(ProblemCode.BadKey, path, key.Mark,
                    new($"`{MapReader.Shorten(key.Text)}` cannot be a key", $"« {MapReader.Shorten(key.Text)} » ne peut être une clé"), ConfigurationKey.Allowed);
            }

            if (value is not ConfigMap parameters)
            {
                MapReader.WrongKind(root.Scope, path, value, new Said("the parameters of ", "les paramètres d'") + kind.WithArticle());
                continue;
            }

            var reader = new MapReader(root.Scope, parameters, path, key.Mark);
            var bound = bind(key.Text, reader);
            reader.End();
            objects.TryAdd(key.Text, bound);
        }

        return objects.ToImmutable();
    }
}
