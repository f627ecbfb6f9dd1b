using Rappel.Media.Sessions;

namespace Rappel.Media.Greetings;

/// <summary>
/// What tells a person from a machine, in one place. The measures are those that call progress analysis has always used: silence before
/// the greeting, length of the greeting, silence after it, a beep. Asterisk's AMD takes 2.5 s, 1.5 s and 0.8 s with a fixed level for
/// silence; Twilio's documented defaults are 5 s, 2.4 s and 1.2 s. Known to fail: a company's name takes a person past 1.5 s; a
/// machine that breathes after its first half sentence passes for a person at 0.5 s; noise above a fixed level makes a person endless;
/// and a beep detector without a check for a second tone takes North American ringing for a beep. In doubt it is a person: who is taken
/// for a machine loses the call, while a machine taken for a person only hears what it does not answer.
/// </summary>
public static class GreetingLimits
{
    /// <summary>No word for so long: Silence. People who answer speak within two seconds; four leave room for slow hands and late audio.</summary>
    public static readonly TimeSpan InitialSilence = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Longer from the first word to the last, with no pause for us, is a machine's. "Good morning, North Clinic, this is Marie, how may
    /// I help you" takes about this long.
    /// </summary>
    public static readonly TimeSpan LongGreeting = TimeSpan.FromMilliseconds(3600);

    /// <summary>The same for a greeting of three sentences or more: people say even a company's long name in one breath, and then wait.</summary>
    public static readonly TimeSpan LongBrokenGreeting = TimeSpan.FromMilliseconds(2800);

    /// <summary>A silence within the greeting that parts sentences, not words.</summary>
    public static readonly TimeSpan SentencePause = TimeSpan.FromMilliseconds(400);

    /// <summary>Of these, so many make a <see cref="LongBrokenGreeting"/>. One is a person who says hello again.</summary>
    public const int SentencePauses = 2;

    /// <summary>A person's pause after a greeting of a word or two. Longer than machines breathe, and what people find bearable.</summary>
    public static readonly TimeSpan ShortGreetingPause = TimeSpan.FromMilliseconds(900);

    /// <summary>The same after a greeting longer than <see cref="ShortGreeting"/>, which may be a machine's whole text: its beep must have time to come.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1000);

    /// <summary>"Hello", "Allô, oui ?", "Marie Tremblay".</summary>
    public static readonly TimeSpan ShortGreeting = TimeSpan.FromMilliseconds(1500);

    /// <summary>The verdict comes by then, whatever is heard.</summary>
    public static readonly TimeSpan Analysis = TimeSpan.FromSeconds(6);

    /// <summary>Where the analysis ends amid speech: less of it than this is a person who took a while to speak.</summary>
    public static readonly TimeSpan DoubtfulGreeting = TimeSpan.FromSeconds(2);

    /// <summary>A machine's greeting is over after so long a silence. Machines pause up to a second between sentences, and many wait longer before the beep.</summary>
    public static readonly TimeSpan EndSilence = TimeSpan.FromSeconds(2);

    /// <summary>Listening for the end stops here, counted from the beginning.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Silence within speech: stops, breaths and commas. It counts as speech.</summary>
    public static readonly TimeSpan HangOver = TimeSpan.FromMilliseconds(200);

    /// <summary>Less voice than this between two pauses is a click, a knock or a far voice.</summary>
    public static readonly TimeSpan ShortestWord = TimeSpan.FromMilliseconds(80);

    /// <summary>Quietest that can be speech, in dB above one step of 16 bits: -50 dBFS.</summary>
    public const int QuietestSpeech = 40;

    /// <summary>Quieter frames count as this: below it lies the codecs' own noise.</summary>
    public const int QuietestFloor = 26;

    /// <summary>Speech stands out of the noise by at least this many dB; otherwise all that is heard is noise.</summary>
    public const int LeastContrast = 9;

    /// <summary>Where between floor and loudest, in dB, speech begins.</summary>
    public const double SpeechShare = 0.45;

    /// <summary>Further below the loudest, in dB, are far voices and the room's echo, however quiet the line.</summary>
    public const int SpeechRange = 22;

    /// <summary>Share of frames quieter than the noise floor.</summary>
    public const double FloorShare = 0.08;

    /// <summary>So many frames are as loud as the loudest: one click is not.</summary>
    public const int LoudestFrames = 5;

    /// <summary>Frequencies of beeps, in Hz.</summary>
    public const double LowestBeep = 350;

    public const double HighestBeep = 2000;

    /// <summary>Ringing tones lie here, alone (425 in Europe, 440 in France) or in pairs (440 and 480; 400 and 450).</summary>
    public const double LowestRinging = 380;

    public const double HighestRinging = 500;

    /// <summary>Least and most of a beep. What sounds longer is a fax, a dial tone or music.</summary>
    public static readonly TimeSpan ShortestBeep = TimeSpan.FromMilliseconds(80);

    public static readonly TimeSpan LongestBeep = TimeSpan.FromMilliseconds(1500);

    /// <summary>A tone that begins amid speech is a beep only from here on: long vowels are tones too.</summary>
    public static readonly TimeSpan ShortestBeepInSpeech = TimeSpan.FromMilliseconds(160);

    /// <summary>Share of a frame's energy in one frequency: a tone 8 dB above the noise.</summary>
    public const double TonePurity = 0.86;

    /// <summary>Share at a first guess of the frequency, up to 25 Hz off, below which it is no tone.</summary>
    public const double ToneSuspected = 0.45;

    /// <summary>A tone that sounds goes on while it has this share, and through so many frames that have not: noise gnaws at it.</summary>
    public const double ToneRemains = 0.6;

    public const int ToneGaps = 2;

    /// <summary>Share of a frame's energy around the ringing tones: less, as two tones spread wider than one.</summary>
    public const double RingingPurity = 0.8;

    /// <summary>How far a tone's frequency may wander, as a share of it but at least so many Hz. Voices glide.</summary>
    public const double ToneDrift = 0.025;

    public const double LeastDrift = 15;

    /// <summary>How far a tone's level may change from frame to frame, in dB.</summary>
    public const int ToneSwell = 2;

    /// <summary>Frames of a lost packet that are taken for more of the same.</summary>
    public const int ConcealedFrames = 3;

    /// <summary>How many 20 ms frames fill a time.</summary>
    public static int Frames(TimeSpan time) => (int)(time.TotalMilliseconds / MediaLimits.PacketMilliseconds);
}
