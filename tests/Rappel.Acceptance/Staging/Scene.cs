using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Rappel.Acceptance.Staging;

/// <summary>One of the journeys, played on a stage of its own.</summary>
internal abstract class Scene(string title, params Variant[] variants)
{
    private const int Tries = 4;

    public string Title { get; } = title;

    /// <summary>Whether the server begins with an empty contact centre instead of the example.</summary>
    protected virtual bool FromNothing => false;

    /// <summary>Plays it; whatever goes wrong is in the timeline.</summary>
    public async Task<Timeline> Play(string folder)
    {
        // Two runs at once can choose the same ports: each looks whether they are free before it takes them.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PlayOnce(attempt == 1 ? folder : $"{folder}-{attempt}", lastTry: attempt == Tries);
            }
            catch (PortTakenException) when (attempt < Tries)
            {
                // With another block of ports.
            }
        }
    }

    private async Task<Timeline> PlayOnce(string folder, bool lastTry)
    {
        using var stage = new Stage(Title, folder, FromNothing ? null : variants);
        try
        {
            await stage.StartServer();
            await Play(stage);
        }
        catch (Exception e) when (e is SceneOverException or InvalidOperationException or HttpRequestException or SocketException or TaskCanceledException
            or TimeoutException or PlaywrightException || (e is PortTakenException && lastTry))
        {
            stage.Timeline.Wrong(e.Message);
        }

        return stage.Timeline;
    }

    protected abstract Task Play(Stage stage);
}
