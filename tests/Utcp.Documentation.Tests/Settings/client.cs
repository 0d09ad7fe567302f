// manual: samples/QuickStart/weather.json
global using Acme.Weather;
global using Utcp.Client;
global using Utcp.Validation;

/// <summary>A program that finds its tools at run time.</summary>
internal abstract class Given
{
    protected static readonly UtcpClient client = new(new UtcpClientConfiguration());
    protected static JsonElement arguments = default;
    protected static readonly string key = "";
    protected static readonly string url = "https://api.example.com/utcp";
    protected static CancellationToken token = default;
}
