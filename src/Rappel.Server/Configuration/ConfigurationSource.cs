namespace Rappel.Server.Configuration;

/// <summary>What a server begins with, and imports again when told to: the setting CONFIG.</summary>
public abstract record ConfigurationSource
{
    private ConfigurationSource()
    {
    }

    /// <summary>A folder of YAML and WAV files.</summary>
    /// <param name="Path">Absolute.</param>
    public sealed record Folder(string Path) : ConfigurationSource
    {
        public override string ToString() => Path;
    }

    /// <summary>The worked example, which the program brings along.</summary>
    public sealed record Example : ConfigurationSource
    {
        public override string ToString() => "the AcmeHealth example";
    }

    /// <summary>A contact centre without anything in it.</summary>
    public sealed record Empty : ConfigurationSource
    {
        /// <summary>How CONFIG names it.</summary>
        public const string Word = "none";

        public override string ToString() => Word;
    }
}
