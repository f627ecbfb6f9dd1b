using BenchmarkDotNet.Attributes;
using Rappel.Sip.Messages;

namespace Rappel.Bench.Pieces;

/// <summary>Reading and writing the messages that a call and a registration bring.</summary>
public class SipMessagePiece
{
    private readonly SipMessage _invite = Read(SampleMessages.Invite);
    private readonly SipMessage _ok = Read(SampleMessages.Ok);
    private readonly SipMessage _register = Read(SampleMessages.Register);
    private readonly byte[] _inviteBytes = SampleMessages.Invite;
    private readonly byte[] _okBytes = SampleMessages.Ok;
    private readonly byte[] _registerBytes = SampleMessages.Register;

    [Benchmark(Description = "SIP: parse INVITE with SDP")]
    public object ParseInvite() => Read(_inviteBytes);

    [Benchmark(Description = "SIP: parse 200 with SDP")]
    public object ParseOk() => Read(_okBytes);

    [Benchmark(Description = "SIP: parse REGISTER with digest")]
    public object ParseRegister() => Read(_registerBytes);

    [Benchmark(Description = "SIP: serialise INVITE with SDP")]
    public byte[] WriteInvite() => SipWriter.Write(_invite);

    [Benchmark(Description = "SIP: serialise 200 with SDP")]
    public byte[] WriteOk() => SipWriter.Write(_ok);

    [Benchmark(Description = "SIP: serialise REGISTER with digest")]
    public byte[] WriteRegister() => SipWriter.Write(_register);

    internal static SipMessage Read(byte[] bytes) =>
        SipParser.TryParse(bytes, out var message, out var error) ? message : throw new InvalidOperationException(error.Reason);
}
