using System.Collections.Immutable;
using System.Text.Json;
using Rappel.Core.Config;
using Rappel.Core.Ivr;

namespace Rappel.Server.Net.Web;

/// <summary>What came of a request.</summary>
/// <param name="Status">0 where no answer came.</param>
/// <param name="Trouble">Why not, in words without secrets; null where an answer came.</param>
public sealed record WebReply(int Status, string? Trouble, ReadOnlyMemory<byte> Body, TimeSpan Took)
{
    /// <summary>What a script wants of it.</summary>
    public WebAnswer Read(ImmutableArray<string> pointers)
    {
        if (Trouble is not null || Body.IsEmpty || pointers.IsEmpty || Status is < 200 or > 299)
        {
            return new WebAnswer(Status, Trouble, []);
        }

        try
        {
            using var json = JsonDocument.Parse(Body);
            var root = json.RootElement;
            return new WebAnswer(Status, null, [.. pointers.Select(pointer => JsonPointer.Text(root, pointer))]);
        }
        catch (JsonException)
        {
            return WebAnswer.Failed("the answer is not JSON");
        }
    }
}
