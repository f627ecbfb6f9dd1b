using Rappel.Engine;
using Rappel.Media.Sdp;
using Rappel.Media.Sessions;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Simulation;

/// <summary>
/// A page in a browser that is somebody's phone: it connects and registers, is loaded anew, closed for a while, and loses its connection or all of
/// its network. Draws from a stream of its own.
/// </summary>
internal sealed class SimPage : ISimWire
{
    private static readonly Flow Server = new(SipTransport.Ws, Site.Address, Site.Port, 1);
    private static readonly TimeSpan RegistersEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenTroubles = TimeSpan.FromMinutes(40);

    private readonly World _world;
    private readonly SimRandom _random;
    private readonly Site _site;
    private readonly FlowIdentity _identity;
    private readonly string _address;
    private int _loaded = 1024;
    private uint _sequence;
    private Action<Flow, ReadOnlyMemory<byte>>? _receive;
    private SimSocket? _socket;
    private bool _offline;

    public SimPage(World world, SimRandom random, Site site, FlowIdentity identity, string address)
    {
        (_world, _random, _site, _identity, _address) = (world, random, site, identity, address);
        Secured = new SecuredLocal("page", $"{random.Next():x16}{random.Next():x16}", SimPhone.Fingerprint, [address]);
    }

    /// <summary>What to do with a call that comes in on the phone as it is now.</summary>
    public required Func<SimPhone, UserAgentEvent.Called, Action<UserAgentEvent>> OnCalled { get; init; }

    /// <summary>Its user is away from it, or it is another page: calls of before are over at this end.</summary>
    public required Action<SimPhone> OnGone { get; init; }

    public string User => _identity.User;

    /// <summary>Off in the liveness phase.</summary>
    public bool HasTroubles { get; set; } = true;

    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    private SecuredLocal Secured { get; }

    /// <summary>Null while the page is closed.</summary>
    private SimPhone? Phone { get; set; }

    public void Begin()
    {
        _world.After(_random.Seconds(1, 60), Load);
        Later();
    }

    public void Attach(string address, int port, Action<Flow, ReadOnlyMemory<byte>> receive) => _receive = receive;

    /// <summary>Over the connection of now, whichever that is. What a page says that is not there any more is not heard.</summary>
    public void Send(string fromAddress, int fromPort, Flow to, ReadOnlyMemory<byte> message)
    {
        if (Phone is not null && Phone.Port != fromPort)
        {
            return;
        }

        _socket?.Send(message);
        if (message.Span.StartsWith("BYE "u8) && !_offline)
        {
            // The audio ends too, which is heard also where the connection is gone.
            SayGoodbye();
        }
    }

    /// <summary>It is closed, and somebody opens it later.</summary>
    public void CloseFor(TimeSpan time)
    {
        if (Phone is null)
        {
            return;
        }

        Unload();
        _world.After(time, Load);
    }

    private void Unload()
    {
        var phone = Phone!;
        Phone = null;
        OnGone(phone);
        phone.Reset();
        _socket?.Close();
        _socket = null;

        SayGoodbye();
    }

    /// <summary>The browser ends its audio, and says so on the audio's path.</summary>
    private void SayGoodbye() => _world.After(_random.Milliseconds(1, 200), () => _site.Vanish(_address, saysGoodbye: true));

    /// <summary>Each time it is loaded it has another name (RFC 7118 §5.1).</summary>
    private void Load()
    {
        Phone = new SimPhone(_world, this, _random.Fork(), _address, ++_loaded)
        {
            Before = Intercept,
            Secured = Secured,
            FirstRtpPort = 20_000 + (128 * (_loaded % 256)),
        };
        var phone = Phone;
        phone.OnCalled = called => OnCalled(phone, called);
        Connect();
    }

    private void Connect()
    {
        var phone = Phone;
        if (phone is null || _offline || _socket is { IsOpen: true })
        {
            return;
        }

        var socket = new SimSocket(_world, _random.Fork(), _site, _identity, _address, 40_000 + _loaded)
        {
            OnMessage = message =>
            {
                if (Phone == phone)
                {
                    _receive?.Invoke(Server, message);
                }
            },
            OnClosed = () => _world.After(_random.Seconds(0.2, 3), Connect),
        };
        if (_site.TryOpen(socket))
        {
            _socket = socket;
            Register(socket);
        }
        else
        {
            _world.After(_random.Seconds(0.5, 4), Connect);
        }
    }

    private void Register(SimSocket socket)
    {
        if (!socket.IsOpen || Phone is not { } phone)
        {
            return;
        }

        var me = $"<sip:{User}@{Site.Address}>";
        var request = new SipRequest("REGISTER", SipUri.Sip(null, Site.Address),
        [
            new("Via", $"SIP/2.0/WS {phone.Address}:{phone.Port};branch=z9hG4bK{_random.Next():x}"),
            new("Max-Forwards", "70"),
            new("From", $"{me};tag={User}"),
            new("To", me),
            new("Call-ID", $"page-{phone.Port}@{phone.Address}"),
            new("CSeq", $"{++_sequence} REGISTER"),
            new("Contact", $"<sip:{User}@{phone.Address}:{phone.Port};transport=ws>"),
            new("Expires", $"{2 * (int)RegistersEvery.TotalSeconds}"),
        ], default);
        phone.Send(Server, SipWriter.Write(request));
        _world.After(RegistersEvery, () => Register(socket));
    }

    private static bool Intercept(ReadOnlyMemory<byte> bytes) =>
        SipParser.TryParse(bytes, out var message, out _) && message is SipResponse response && response.CSeq()?.Method == "REGISTER";

    private void Later() => _world.After(_random.Exponential(BetweenTroubles), () =>
    {
        if (HasTroubles)
        {
            HaveTrouble();
            Later();
        }
    });

    private void HaveTrouble()
    {
        if (Phone is null || _offline)
        {
            return;
        }

        switch (_random.Between(0, 5))
        {
            case 0 or 1:
                Count("loaded anew");
                CloseFor(_random.Seconds(0.3, 4));
                break;
            case 2:
                Count("closed");
                CloseFor(_random.Seconds(10, 1200));
                break;
            case 3:
                Count("lost its connection");
                _socket?.Close();
                _world.After(_random.Seconds(0.2, 3), Connect);
                break;
            default:
                Count("lost its network");
                LoseNetwork(_random.Seconds(1, 90));
                break;
        }
    }

    private void LoseNetwork(TimeSpan time)
    {
        _offline = true;
        _socket?.Die();
        var missed = _random.Seconds(MediaLimits.DoubtedSilence.TotalSeconds, MediaLimits.PeerSilence.TotalSeconds);
        if (time > missed)
        {
            _world.After(missed, () => _site.Vanish(_address, saysGoodbye: false));
        }

        _world.After(time, () =>
        {
            _offline = false;
            Connect();
        });
    }

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
