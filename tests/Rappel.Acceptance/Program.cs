System.Console.WriteLine("acceptance");
