foreach (var method in typeof(Acme.Clock.IClockClient).GetMethods())
{
    Console.WriteLine(method.Name);
}
