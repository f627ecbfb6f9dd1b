using System.IO;
using Rappel.Acceptance.Staging;

// demo [WORD...]: plays all scenes, or those whose title holds a word, side by side; exit code 1 where any differs from what it should be.
if (args is not ["demo", .. var words])
{
    Console.Error.WriteLine("usage: demo [WORD...]");
    return 2;
}

return await Playbill.Play(words, Console.Out);
