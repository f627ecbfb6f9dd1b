using Rappel.Core.Config;

namespace Rappel.Engine.Telephony;

/// <summary>The enabled channels by number, read once a configuration: a centre may have hundreds, and every call asks.</summary>
internal sealed class DialledChannels
{
    private readonly Dictionary<string, ChannelSnapshot> _byNumber = new(StringComparer.Ordinal);
    private ConfigurationSnapshot? _of;

    /// <param name="number">E.164.</param>
    public ChannelSnapshot? Find(ConfigurationSnapshot configuration, string number)
    {
        if (!ReferenceEquals(_of, configuration))
        {
            _of = configuration;
            _byNumber.Clear();
            foreach (var channel in configuration.Channels.Values.Where(c => c.Enabled))
            {
                _byNumber.TryAdd(channel.Number, channel);
            }
        }

        return _byNumber.GetValueOrDefault(number);
    }
}
