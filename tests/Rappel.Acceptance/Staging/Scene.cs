using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Staging;

/// <summary>One of the journeys, played on a stage of its own.</summary>
internal abstract class Scene(string title, params Variant[] variants)
{
    public string Title { get; } = title;

    /// <summary>Plays it; whatever goes wrong is in the timeline.</summary>
    public async Task<Timeline> Play(string folder)
    {
        using var stage = new Stage(Title, folder, variants);
        try
        {
            await stage.StartServer();
            await Play(stage);
        }
        catch (Exception e) when (e is SceneOverException or InvalidOperationException or HttpRequestException or SocketException or TaskCanceledException)
        {
            stage.Timeline.Wrong(e.Message);
        }

        return stage.Timeline;
    }

    protected abstract Task Play(Stage stage);
}
