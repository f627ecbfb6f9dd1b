namespace Rappel.Storage;

/// <summary>Where the content of a version came from.</summary>
public enum ConfigurationOrigin
{
    /// <summary>The folder named by CONFIG.</summary>
    Folder,

    /// <summary>The example the program brings along, or nothing at all: nobody's work.</summary>
    Example,

    /// <summary>The draft that people and programs edit.</summary>
    Draft,
}
