namespace Rappel.Engine;

/// <summary>Bounds of the engine that no administrator sets.</summary>
public static class EngineLimits
{
    /// <summary>Calls under way at once, in both directions; one more is answered 503.</summary>
    public const int Calls = 20_000;

    /// <summary>Seconds told to a caller for whom no RTP port was ready. Ports are bound within milliseconds; where the range is used up a call must
    /// end first.</summary>
    public const string PortRetryAfter = "5";

    /// <summary>Broken invariants that one turn goes on after; the rest waits for the next turn.</summary>
    public const int BrokenInATurn = 100;

    /// <summary>While anything is under way it is looked through for what is stuck this often.</summary>
    public static readonly TimeSpan WatchdogInterval = TimeSpan.FromSeconds(5);

    /// <summary>What is past its deadline, or has lost its counterpart, for this long is ended.</summary>
    public static readonly TimeSpan WatchdogGrace = TimeSpan.FromSeconds(10);

    /// <summary>Beyond the customer's ring time a dialling, with all that is said and waited for in it, takes at most this long.</summary>
    public static readonly TimeSpan DiallingBeyondRinging = TimeSpan.FromMinutes(15);

    /// <summary>After a start: from the first media port announced to the first offer at a phone known from before.</summary>
    public static readonly TimeSpan PortsSettle = TimeSpan.FromMilliseconds(250);

    /// <summary>A trunk that has not answered an INVITE at all by then, not even with 100, has failed. Well before SIP itself gives up
    /// (timer B, 32 s) and before any ring time: an agent waits on the other leg, and nobody's phone can be ringing.</summary>
    public static readonly TimeSpan TrunkSilence = TimeSpan.FromSeconds(5);

    /// <summary>A phone that has not answered an INVITE at all by then is not there, and the agent's next phone rings.</summary>
    public static readonly TimeSpan PhoneSilence = TimeSpan.FromSeconds(4);

    /// <summary>A browser that has ended the audio of a call says by then that somebody hung up; one that does not was closed, or loads its page again.</summary>
    public static readonly TimeSpan GoodbyeWithin = TimeSpan.FromSeconds(2);

    /// <summary>An agent whose browser was lost in mid-call is back, and has answered, by then; the customer hears music meanwhile. Long enough to
    /// start a browser that crashed again.</summary>
    public static readonly TimeSpan SeatBackWithin = TimeSpan.FromSeconds(30);

    /// <summary>An attempt that is not on disk by then is given up, unused: its agent is free again.</summary>
    public static readonly TimeSpan DiskWithin = TimeSpan.FromSeconds(30);

    /// <summary>A trunk that cannot take a call says so within this. One that takes longer may have had somebody's phone ring, its 180 lost on
    /// the way: another trunk would ring it a second time for one attempt.</summary>
    public static readonly TimeSpan TrunkRefusesWithin = TimeSpan.FromSeconds(1);

    /// <summary>Customer first: beyond the ring time an agent is reserved for at most this long, for trunks that fail, and for the customer
    /// to answer, listen and press the key (<see cref="CustomerConfirmsWithin"/>).</summary>
    public static readonly TimeSpan ReservationBeyondRinging = TimeSpan.FromSeconds(90);

    /// <summary>Nothing is said to a customer who answered for this long at most, while the greeting is listened to. A little more than the
    /// ear itself takes for its verdict: it is the bound where none comes.</summary>
    public static readonly TimeSpan GreetingWithin = TimeSpan.FromSeconds(7);

    /// <summary>From the customer's answer to the key that connects them; then the attempt ends as not confirmed.</summary>
    public static readonly TimeSpan CustomerConfirmsWithin = TimeSpan.FromSeconds(60);

    /// <summary>How many times the customer is told who calls and what to press.</summary>
    public const int Announcements = 3;

    /// <summary>An announcement that has not ended by then is taken to have ended.</summary>
    public static readonly TimeSpan AnnouncementWithin = TimeSpan.FromSeconds(30);

    /// <summary>Time for the key after each announcement.</summary>
    public static readonly TimeSpan KeyWithin = TimeSpan.FromSeconds(5);

    /// <summary>A machine that has not ended its greeting by then is spoken to all the same.</summary>
    public static readonly TimeSpan MachineGreetingWithin = TimeSpan.FromSeconds(40);

    /// <summary>A message to a machine that has not ended by then is cut off.</summary>
    public static readonly TimeSpan MachineMessageWithin = TimeSpan.FromMinutes(2);

    /// <summary>From the key to an agent's answer, whoever is rung meanwhile; then the customer is told that nobody is free.</summary>
    public static readonly TimeSpan CustomerWaitsWithin = TimeSpan.FromMinutes(3);

    /// <summary>That apology is cut off here.</summary>
    public static readonly TimeSpan ApologyWithin = TimeSpan.FromSeconds(15);

    /// <summary>What an agent is told after a customer could not be reached is cut off here.</summary>
    public static readonly TimeSpan AgentToldWithin = TimeSpan.FromSeconds(10);

    /// <summary>A whisper that has not ended by then is cut off, and the caller is connected.</summary>
    public static readonly TimeSpan WhisperWithin = TimeSpan.FromSeconds(15);

    /// <summary>An announcement that a call is recorded is cut off here, and the two are connected.</summary>
    public static readonly TimeSpan RecordingAnnouncedWithin = TimeSpan.FromSeconds(30);

    /// <summary>What one conversation's recording may take: a file of this length is the largest that every player opens.</summary>
    public static readonly TimeSpan LongestRecording = TimeSpan.FromHours(12);

    /// <summary>A supervisor's phone that was asked to listen to a call rings for so long.</summary>
    public static readonly TimeSpan WatcherRingsWithin = TimeSpan.FromSeconds(30);

    /// <summary>Somebody outside whom an agent calls is rung for at most this long. Colleagues are rung as for an offer.</summary>
    public static readonly TimeSpan OutsideRingTime = TimeSpan.FromSeconds(45);

    /// <summary>A message shorter than this is no message.</summary>
    public static readonly TimeSpan ShortestMessage = TimeSpan.FromSeconds(1);

    /// <summary>A message ends after this much silence.</summary>
    public static readonly TimeSpan MessageSilence = TimeSpan.FromSeconds(8);

    /// <summary>A caller who leaves the queue within it is counted as short abandoned.</summary>
    public static readonly TimeSpan ShortAbandon = TimeSpan.FromSeconds(5);
}
