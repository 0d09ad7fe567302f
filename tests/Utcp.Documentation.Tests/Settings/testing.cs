// manual: samples/QuickStart/weather.json
global using System;
global using System.Collections.Generic;
global using System.Linq;
global using System.Net.Http;
global using System.Threading;
global using System.Threading.Tasks;
global using Acme.Weather;
global using Utcp;
global using Xunit;

/// <summary>A project of tests.</summary>
internal abstract class Given;
