// manual: samples/QuickStart/weather.json
global using Acme.Weather;
global using Xunit;

/// <summary>A project of tests.</summary>
internal abstract class Given;
