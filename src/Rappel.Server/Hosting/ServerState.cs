using Rappel.Core.Config;

namespace Rappel.Server.Hosting;

/// <summary>What the loops last published for readers on other threads. Each field is one immutable thing, swapped whole.</summary>
public sealed class ServerState(ConfigurationSnapshot configuration)
{
    private volatile ConfigurationSnapshot configuration = configuration;
    private volatile bool serving;

    public ConfigurationSnapshot Configuration
    {
        get => configuration;
        set => configuration = value;
    }

    /// <summary>From the moment calls are taken until the signal to stop.</summary>
    public bool Serving
    {
        get => serving;
        set => serving = value;
    }
}
