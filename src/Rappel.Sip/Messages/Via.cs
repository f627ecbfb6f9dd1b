using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>One Via value (RFC 3261 §20.42).</summary>
/// <param name="Transport">Upper case: <c>UDP</c>, <c>TCP</c>.</param>
public sealed record Via(string Transport, string Host, int? Port, ImmutableArray<(string Name, string? Value)> Parameters)
{
    /// <summary>Name and version, <c>SIP/2.0</c> but for a message of another version, whose Via must be readable for the 505.</summary>
    public string Protocol { get; init; } = "SIP/2.0";

    /// <summary>The branch; null where there is none.</summary>
    public string? Branch => Parameter("branch");

    /// <summary>Value of a parameter; empty for one without value (<c>rport</c>); null where absent.</summary>
    public string? Parameter(string name) => ParameterGrammar.Find(Parameters, name);

    /// <summary>This Via with the parameter set, in its place where it was there already.</summary>
    public Via With(string parameter, string? value)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return this with { Parameters = Parameters.SetItem(i, (Parameters[i].Name, value)) };
            }
        }

        return this with { Parameters = Parameters.Add((parameter, value)) };
    }

    /// <summary>Reads one Via value.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Via? via) => ViaGrammar.TryParse(text, out via);

    public bool Equals(Via? other) =>
        other is not null && Protocol == other.Protocol && Transport == other.Transport && Host == other.Host && Port == other.Port
        && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(Transport, Host, Port, Parameters.Length);

    /// <summary>As written on the wire.</summary>
    public override string ToString() => ViaGrammar.Write(this);
}
