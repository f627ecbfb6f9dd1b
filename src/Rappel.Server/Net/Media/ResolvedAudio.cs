using System.Collections.Immutable;
using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>Audio that was asked for, and under which turn of its session.</summary>
public sealed record ResolvedAudio(MediaSessionId Session, long Turn, ImmutableArray<AudioClip> Clips);
