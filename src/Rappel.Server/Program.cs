Console.WriteLine("rappel");
