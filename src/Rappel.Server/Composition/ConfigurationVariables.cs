using System.Collections;

namespace Rappel.Server.Composition;

/// <summary>What <c>${NAME}</c> stands for in configuration files: the environment, with what was made up or left at its standard filled in.</summary>
public static class ConfigurationVariables
{
    public static IReadOnlyDictionary<string, string> Of(ServerSettings settings, Secrets secrets)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        variables["CARRIER"] = settings.Carrier;
        variables["AGENT_PASSWORD"] = secrets.AgentPassword;
        return variables;
    }
}
