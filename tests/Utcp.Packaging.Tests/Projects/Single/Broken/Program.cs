Console.WriteLine(typeof(Acme.Weather.WeatherClient).FullName);
