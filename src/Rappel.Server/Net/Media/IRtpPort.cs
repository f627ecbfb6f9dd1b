using Rappel.Media.Sessions;

namespace Rappel.Server.Net.Media;

/// <summary>A port pair that a session can have.</summary>
public interface IRtpPort : IDisposable
{
    /// <summary>The even one.</summary>
    int Port { get; }

    /// <summary>What comes in is this session's from now on.</summary>
    void Assign(MediaSessionId to);

    /// <summary>What comes in is nobody's.</summary>
    void Release();

    /// <summary>False where the system would not take it; it is lost, as on any network.</summary>
    bool Send(in MediaPacket packet);
}
