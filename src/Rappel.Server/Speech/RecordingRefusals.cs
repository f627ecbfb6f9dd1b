using System.Globalization;
using Rappel.Core.Config;
using Rappel.Media.Audio;

namespace Rappel.Server.Speech;

/// <summary>Says why a recording is refused, and what would do, to whoever made it.</summary>
public static class RecordingRefusals
{
    /// <summary>What is taken.</summary>
    public static readonly Said Allowed = new(
        $"a WAV file of {WavLimits.LowestRate / 1000} to {WavLimits.HighestRate / 1000} kHz with 1 to {WavLimits.Channels} channels: PCM of 8, 16, 24 or 32 bits, " +
        $"float, A-law or µ-law; at most {WavLimits.Length.TotalMinutes:0} minutes and {WavLimits.File / (1024 * 1024)} MiB",
        $"un fichier WAV de {WavLimits.LowestRate / 1000} à {WavLimits.HighestRate / 1000} kHz, de 1 à {WavLimits.Channels} canaux\u00a0: PCM de 8, 16, 24 ou 32 bits, " +
        $"virgule flottante, loi A ou loi µ; {WavLimits.Length.TotalMinutes:0} minutes et {WavLimits.File / (1024 * 1024)} Mio au plus");

    /// <summary>A sentence without a full stop.</summary>
    public static Said Told(WavRefusal refusal) => refusal.Code switch
    {
        WavRefusal.OtherFormat => new("it is a recording of another format (MP3, M4A, Ogg, FLAC or the like); save it as WAV",
            "c'est un enregistrement d'un autre format (MP3, M4A, Ogg, FLAC ou autre); enregistrez-le en WAV"),
        WavRefusal.TooManyBytes => new($"it has {Number(refusal)} bytes", $"il a {Number(refusal)} octets"),
        WavRefusal.TooLong => new($"it lasts {Number(refusal)} s", $"il dure {Number(refusal)} s"),
        WavRefusal.NoFormat => new("it does not say how its sound is written; it may be damaged", "il ne dit pas comment le son y est écrit; il est peut-être abîmé"),
        WavRefusal.NoData => new("it has no sound in it; it may be damaged or cut off", "il ne contient pas de son; il est peut-être abîmé ou incomplet"),
        WavRefusal.Empty => new("it is empty: it lasts 0 s", "il est vide\u00a0: il dure 0 s"),
        WavRefusal.Channels => new($"it has {Number(refusal)} channels", $"il a {Number(refusal)} canaux"),
        WavRefusal.Rate => new($"it has {Number(refusal)} samples a second", $"il a {Number(refusal)} échantillons par seconde"),
        WavRefusal.Coding => Coded(refusal.Found),
        _ => new("it is no WAV file", "ce n'est pas un fichier WAV"),
    };

    private static Said Coded(long tag) => tag switch
    {
        0x02 or 0x11 => new("its sound is written as ADPCM; save it as PCM", "le son y est écrit en ADPCM; enregistrez-le en PCM"),
        0x31 => new("its sound is written as GSM; save it as PCM", "le son y est écrit en GSM; enregistrez-le en PCM"),
        0x55 => new("it is an MP3 inside a WAV file; save it as PCM", "c'est un MP3 dans un fichier WAV; enregistrez-le en PCM"),
        WavFormat.Linear or WavFormat.Float => new("its samples have an unusual number of bits", "ses échantillons ont un nombre de bits inhabituel"),
        _ => new($"its sound is written in a way we do not read (format {tag}); save it as PCM",
            $"le son y est écrit d'une façon que nous ne lisons pas (format {tag}); enregistrez-le en PCM"),
    };

    private static string Number(WavRefusal refusal) => refusal.Found.ToString(CultureInfo.InvariantCulture);
}
