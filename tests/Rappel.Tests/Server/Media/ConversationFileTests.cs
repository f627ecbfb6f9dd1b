using System.IO;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Media.Audio;
using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Media;

public sealed class ConversationFileTests : IDisposable
{
    private const int BytesASecond = 32_000;
    private readonly TemporaryFolder _folder = new();
    private readonly List<MediaEvent.RecordingEnded> _ended = [];

    private string File => _folder.File("recordings/r-1.wav");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_channels_are_written_with_a_header_that_says_so()
    {
        Write(writer =>
        {
            writer.Begin(-1, "recordings/r-1.wav", channels: 2);
            writer.Add(new MediaEvent.Recorded(default, -1, new byte[BytesASecond]));
            writer.End(Ended(TimeSpan.FromSeconds(1)));
        });
        var bytes = System.IO.File.ReadAllBytes(File);
        Assert.Equal(WavHeader.Length + BytesASecond, bytes.Length);
        Assert.Equal((2, 32_000, 4, BytesASecond), (BitConverter.ToInt16(bytes, 22), BitConverter.ToInt32(bytes, 28), BitConverter.ToInt16(bytes, 32), BitConverter.ToInt32(bytes, 40)));
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(_ended).Length);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(WavHeader.Length + 7, 4)]
    [InlineData(WavHeader.Length + BytesASecond, BytesASecond)]
    public void A_file_left_behind_is_mended_to_what_is_in_it(int length, int sound)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, new byte[length]);
        Write(writer => writer.Mend(-1, "recordings/r-1.wav"));
        var bytes = System.IO.File.ReadAllBytes(File);
        Assert.Equal((2, sound), (BitConverter.ToInt16(bytes, 22), BitConverter.ToInt32(bytes, 40)));
        Assert.Equal(sound / (double)BytesASecond, Assert.Single(_ended).Length.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("recordings/never-made.wav")]
    [InlineData("../outside.wav")]
    public void What_is_not_there_ends_with_no_length(string file)
    {
        Write(writer => writer.Mend(-1, file));
        Assert.Equal(TimeSpan.Zero, Assert.Single(_ended).Length);
    }

    private static MediaEvent.RecordingEnded Ended(TimeSpan length) => new(default, -1, length, RecordingEnd.Stopped);

    private void Write(Action<RecordingWriter> act)
    {
        var writer = new RecordingWriter(Path.GetDirectoryName(_folder.File("x"))!, NullLogger.Instance, _ended.Add);
        writer.Start();
        act(writer);
        Assert.True(writer.Stop(TimeSpan.FromSeconds(10)));
    }
}
