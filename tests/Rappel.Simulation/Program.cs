System.Console.WriteLine("simulation");
