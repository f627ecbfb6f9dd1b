using Rappel.Media.Sessions;
using Rappel.Media.Srtp;
using Rappel.Server.Net.Dtls;

namespace Rappel.Tests.Server.Net.Dtls;

/// <summary>Two handshakes of our own with each other, over a network that a test makes lossy.</summary>
public sealed class DtlsAssociationTests : IDisposable
{
    private static readonly Instant Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DtlsIdentity _ours = DtlsIdentity.Make(Now);
    private readonly DtlsIdentity _theirs = DtlsIdentity.Make(Now);
    private readonly List<DtlsAssociation> _made = [];

    public void Dispose()
    {
        _made.ForEach(a => a.Dispose());
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Fact]
    public void Both_ends_come_to_the_same_keys()
    {
        var passive = Make(_ours, _theirs.Fingerprint, DtlsRole.Passive);
        var active = Make(_theirs, _ours.Fingerprint, DtlsRole.Active);

        var (ours, theirs, failure) = Shake(passive, active);

        Assert.Null(failure);
        Assert.Equal(ours!.LocalKey.ToArray(), theirs!.RemoteKey.ToArray());
        Assert.Equal(ours.RemoteKey.ToArray(), theirs.LocalKey.ToArray());
        Assert.Equal(ours.LocalSalt.ToArray(), theirs.RemoteSalt.ToArray());
        Assert.NotEqual(ours.LocalKey.ToArray(), theirs.LocalKey.ToArray());
    }

    [Theory]
    [InlineData(DtlsRole.Passive)]
    [InlineData(DtlsRole.Active)]
    public void A_certificate_that_was_not_announced_is_refused(DtlsRole role)
    {
        var deceived = Make(_ours, _ours.Fingerprint, role);
        var other = Make(_theirs, _ours.Fingerprint, role == DtlsRole.Active ? DtlsRole.Passive : DtlsRole.Active);

        var (_, _, failure) = role == DtlsRole.Active ? Shake(other, deceived) : Shake(deceived, other);

        Assert.Contains("certificate", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void No_datagram_is_longer_than_a_network_carries()
    {
        var active = Make(_theirs, _ours.Fingerprint, DtlsRole.Active);
        active.Step(default);

        Assert.All(active.TakeOutgoing(), d => Assert.InRange(d.Length, 1, DtlsLimits.Datagram));
        Assert.NotNull(active.RepeatIn);
    }

    [Fact]
    public void Senseless_bytes_end_nothing()
    {
        var passive = Make(_ours, _theirs.Fingerprint, DtlsRole.Passive);

        Assert.Equal((null, null), passive.Step(new byte[] { 22, 1, 2, 3 }));
        Assert.Null(Shake(passive, Make(_theirs, _ours.Fingerprint, DtlsRole.Active)).Failure);
    }

    private DtlsAssociation Make(DtlsIdentity identity, string expected, DtlsRole role)
    {
        var made = new DtlsAssociation(identity, new SecuredMedia("a", "b", "c", expected, role));
        _made.Add(made);
        return made;
    }

    private static (SrtpKeys? Passive, SrtpKeys? Active, string? Failure) Shake(DtlsAssociation passive, DtlsAssociation active)
    {
        SrtpKeys? ours = null, theirs = null;
        string? failure = null;
        active.Step(default);
        for (var round = 0; round < 10 && failure is null; round++)
        {
            Carry(active, passive, ref ours, ref failure);
            Carry(passive, active, ref theirs, ref failure);
        }

        return (ours, theirs, failure);
    }

    private static void Carry(DtlsAssociation from, DtlsAssociation to, ref SrtpKeys? keys, ref string? failure)
    {
        foreach (var datagram in from.TakeOutgoing())
        {
            var (got, why) = to.Step(datagram.Span);
            keys = got ?? keys;
            failure = why ?? failure;
        }
    }
}
