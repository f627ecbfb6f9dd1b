using System.Buffers;
using Rappel.Media.Sessions;
using static Rappel.Tests.Media.Sessions.Wire;

namespace Rappel.Tests.Media.Sessions;

public class BrokenSessionTests
{
    private readonly Wire _wire = new();

    [Fact]
    public void A_session_that_breaks_is_told_once_and_the_others_keep_their_beat()
    {
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Open(B, At("192.0.2.2", 4000));
        _wire.Do(new MediaCommand.PlayLoop(A, new AudioClip("broken", new Unreadable().Memory)));
        _wire.Beats(10);
        Assert.Equal(A, Assert.IsType<MediaEvent.SessionBroken>(Assert.Single(_wire.Events)).Session);
        Assert.Equal(10, _wire.To(B).Count());
        Assert.Empty(_wire.To(A));

        _wire.Do(new MediaCommand.Close(A));
        Assert.Equal(1, _wire.Machine.SessionCount);
        _wire.Open(A, At("192.0.2.1", 4000));
        _wire.Beats(1);
        Assert.Single(_wire.To(A));
    }

    /// <summary>Samples whose memory is gone.</summary>
    private sealed class Unreadable : MemoryManager<short>
    {
        public override Memory<short> Memory => CreateMemory(800);

        public override Span<short> GetSpan() => throw new ObjectDisposedException(nameof(Unreadable));

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
